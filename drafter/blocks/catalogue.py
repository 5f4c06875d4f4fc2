"""The blocks and skeletons at hand: those that drafter ships and the user's own.

A template is a text file with front matter. A file in the user's folder takes the place of the
shipped one with its name. Nothing here runs a template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from functools import lru_cache
from pathlib import Path
from typing import Literal

from drafter import resources
from drafter.blocks import fields
from drafter.blocks.fields import Field
from drafter.errors import DrafterError

Part = Literal["preambular", "operative"]

_LARGEST = 64 * 1024  # bytes of one template: a block is a paragraph or two
_MOST = 2000  # templates in one folder


@dataclass(frozen=True, slots=True)
class Use:
    """A block in a skeleton, with the values that the skeleton gives it."""

    block: str
    values: Mapping[str, str] = default(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """A block or a skeleton as its file describes it."""

    name: str
    title: str
    part: Part
    bodies: tuple[str, ...]  # body profiles it is for; () is all
    fields: tuple[Field, ...]
    about: str
    family: str = ""  # "basis", "funding", "reporting": how the list groups it
    source: str = default(default="", repr=False)  # the template's text
    path: Path = Path()
    uses: tuple[Use, ...] = ()  # of a skeleton: its blocks in order

    @property
    def is_skeleton(self) -> bool:
        """Whether this is a whole draft rather than a paragraph."""
        return bool(self.uses)

    def suits(self, body: str) -> bool:
        """Whether the template is meant for `body` ("ga-c3"); "ga" stands for its committees."""
        return (
            not self.bodies
            or not body
            or any(body == each or body.startswith(each + "-") for each in self.bodies)
        )


def user_folder() -> Path:
    """The folder of the user's own templates, whether or not it exists."""
    from platformdirs import user_config_path

    return user_config_path("drafter") / "templates"


def catalogue(folders: Iterable[Path] = ()) -> tuple[Template, ...]:
    """Every block, by part, family and name; those in `folders` override, the last one first."""
    return tuple(t for t in _all(folders) if not t.is_skeleton)


def skeletons(folders: Iterable[Path] = ()) -> tuple[Template, ...]:
    """Every skeleton, by name."""
    return tuple(t for t in _all(folders) if t.is_skeleton)


def template(name: str, folders: Iterable[Path] = ()) -> Template:
    """The block or skeleton called `name`; raises DrafterError with near names."""
    known = {t.name: t for t in _all(folders)}
    if name in known:
        return known[name]
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = "did you mean " + " or ".join(near) + "?" if near else "see drafter blocks list"
    raise DrafterError(f"{name}: unknown block", hint=hint)


def _all(folders: Iterable[Path]) -> list[Template]:
    found: dict[str, Template] = {}
    for folder in (resources.templates(), user_folder(), *folders):
        for path in _files(folder):
            each = read(path)
            found[each.name] = each
    order = {"preambular": 0, "operative": 1}
    return sorted(found.values(), key=lambda t: (order[t.part], t.family, t.name))


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    paths = sorted(p for p in folder.rglob("*.md") if p.name.lower() != "readme.md")
    if len(paths) > _MOST:
        raise DrafterError(f"{folder}: more than {_MOST} templates")
    yield from paths


def read(path: Path) -> Template:
    """The template in the file at `path`; raises DrafterError that says what is wrong with it."""
    try:
        now = path.stat()
        if now.st_size > _LARGEST:
            raise DrafterError(f"{path}: larger than a template may be", hint="at most 64 kB")
        return _read(path, now.st_mtime_ns, now.st_size)
    except OSError as error:
        raise DrafterError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DrafterError(f"{path}: is not UTF-8 text") from None


@lru_cache(maxsize=_MOST)
def _read(path: Path, changed: int, size: int) -> Template:
    """The template at `path`, parsed once while the file is as it was then."""
    del changed, size
    return parse(path.read_text("utf-8"), path)


def parse(text: str, path: Path) -> Template:
    """The template that `text` describes."""
    head, source = _front_matter(text, path)
    name = str(head.get("name") or path.stem)
    uses = _uses(head.get("blocks"), path)
    part = str(head.get("part") or ("operative" if uses else ""))
    if part not in {"preambular", "operative"}:
        raise DrafterError(
            f"{path}: the template says no part", hint="write part: preambular or part: operative"
        )
    entries = head.get("fields") or {}
    if not isinstance(entries, Mapping):
        raise DrafterError(f"{path}: fields is a table of fields")
    bodies = head.get("bodies") or ()
    if not isinstance(bodies, list | tuple):
        raise DrafterError(f"{path}: bodies is a list")
    return Template(
        name=name,
        title=str(head.get("title") or name.replace("-", " ").capitalize()),
        part=part,  # type: ignore[arg-type]
        bodies=tuple(map(str, bodies)),
        fields=tuple(fields.field(str(key), entry, str(path)) for key, entry in entries.items()),
        about=str(head.get("about") or ""),
        family=str(head.get("family") or ""),
        source=source.strip("\n") + "\n",
        path=path,
        uses=uses,
    )


def _front_matter(text: str, path: Path) -> tuple[Mapping[str, object], str]:
    import yaml

    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    if not lines or lines[0].strip() != "---":
        raise DrafterError(
            f"{path}: the template has no front matter", hint="begin with a line ---"
        )
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
    if not end:
        raise DrafterError(f"{path}: the front matter does not end", hint="end it with a line ---")
    try:
        head = yaml.safe_load("".join(lines[1:end]))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        said = str(error).splitlines()[0] if str(error) else "not understood"
        raise DrafterError(f"{path}: the front matter is no YAML: {said}") from None
    if not isinstance(head, Mapping):
        raise DrafterError(f"{path}: the front matter is no table")
    return head, "".join(lines[end + 1 :])


def _uses(entries: object, path: Path) -> tuple[Use, ...]:
    if entries is None:
        return ()
    if not isinstance(entries, list):
        raise DrafterError(f"{path}: blocks is a list of names")
    uses: list[Use] = []
    for entry in entries:
        if isinstance(entry, str):
            uses.append(Use(entry))
        elif isinstance(entry, Mapping) and entry.get("use"):
            values = entry.get("with") or {}
            if not isinstance(values, Mapping):
                raise DrafterError(f"{path}: with is a table of values")
            uses.append(Use(str(entry["use"]), {str(k): str(v) for k, v in values.items()}))
        else:
            raise DrafterError(f"{path}: a block of the skeleton has no name")
    return tuple(uses)

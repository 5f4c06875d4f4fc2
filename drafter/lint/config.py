"""What a draft or a folder says about its checks: rules off, levels, paragraphs exempted.

Read from `lint:` in the front matter or `[lint]` in `drafter.toml`:

    lint:
      off: [abbreviations]
      levels: {per-cent: note}
      exempt:
        - {place: OP3, rule: succession, reason: agreed language of 2019}

An exemption without a reason is refused. Nothing here checks a draft.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drafter.errors import DrafterError
from drafter.lint import rules
from drafter.lint.findings import LEVELS, Finding, Level
from drafter.model import Resolution

FILE = "drafter.toml"


@dataclass(frozen=True, slots=True)
class Exemption:
    """A paragraph that a rule leaves alone, and why."""

    place: str
    rule: str  # "" for every rule
    reason: str


@dataclass(frozen=True, slots=True)
class Config:
    """What the rules are to do; the defaults do everything."""

    off: frozenset[str] = frozenset()
    levels: Mapping[str, Level] = field(default_factory=dict)
    exemptions: tuple[Exemption, ...] = ()

    @staticmethod
    def of(resolution: Resolution) -> Config:
        """What the front matter of `resolution` says."""
        for key, value in resolution.masthead.extra:
            if key == "lint":
                return parse(value, "front matter")
        return Config()

    def exempts(self, finding: Finding) -> bool:
        """Whether `finding` is one that the drafter has answered for."""
        return any(
            (finding.place == e.place or finding.place.startswith(e.place + " "))
            and e.rule in {"", finding.rule}
            for e in self.exemptions
        )

    def over(self, base: Config) -> Config:
        """This configuration on top of `base`: the draft's own words win."""
        return Config(
            self.off | base.off,
            {**base.levels, **self.levels},
            (*base.exemptions, *self.exemptions),
        )


def parse(value: object, where: str) -> Config:
    """The configuration in the mapping `value`; raises DrafterError that names `where`."""
    if value is None:
        return Config()
    if not isinstance(value, Mapping):
        raise DrafterError(
            f"{where}: lint is not a table of settings", hint="write lint: {off: […]}"
        )
    unknown = set(map(str, value)) - {"off", "levels", "exempt"}
    if unknown:
        raise DrafterError(
            f"{where}: lint: unknown key {min(unknown)}", hint="use off, levels or exempt"
        )
    off = value.get("off") or ()
    levels = value.get("levels") or {}
    if isinstance(off, str):
        off = (off,)
    if not isinstance(off, list | tuple) or not isinstance(levels, Mapping):
        raise DrafterError(f"{where}: lint: off is a list and levels a table")
    for level in levels.values():
        if level not in LEVELS:
            raise DrafterError(
                f"{where}: lint: unknown level {level}", hint="use " + ", ".join(LEVELS)
            )
    names = (*map(str, off), *map(str, levels))
    for name in names:
        _known(name, where)
    exempt = value.get("exempt") or ()
    if not isinstance(exempt, list | tuple):
        raise DrafterError(f"{where}: lint: exempt is a list of {{place, rule, reason}}")
    return Config(
        frozenset(map(str, off)),
        {str(name): level for name, level in levels.items()},
        tuple(_exemption(entry, where) for entry in exempt),
    )


def _exemption(entry: object, where: str) -> Exemption:
    if not isinstance(entry, Mapping) or not entry.get("place"):
        raise DrafterError(
            f"{where}: lint: an exemption has no place",
            hint="write {place: OP3, rule: succession, reason: …}",
        )
    place, rule = str(entry["place"]), str(entry.get("rule") or "")
    if rule:
        _known(rule, where)
    reason = str(entry.get("reason") or "").strip()
    if not reason:
        raise DrafterError(
            f"{where}: lint: {place} is exempted without a reason", hint="add reason: …"
        )
    return Exemption(place, rule, reason)


def _known(name: str, where: str) -> None:
    if name not in rules.names():
        raise DrafterError(
            f"{where}: lint: unknown rule {name}", hint="see drafter lint --list-rules"
        )


def beside(path: Path) -> Config:
    """What the nearest `drafter.toml` at or above the folder of `path` says."""
    folder = path.resolve().parent
    for each in (folder, *folder.parents):
        file = each / FILE
        if file.is_file():
            try:
                values = tomllib.loads(file.read_text("utf-8"))
            except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
                raise DrafterError(f"{file}: cannot be read: {error}") from None
            return parse(values.get("lint"), str(file))
    return Config()

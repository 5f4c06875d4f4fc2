"""A Word file as a package of parts: opened with bounds, saved with every untouched part as it was.

Files come from strangers: the number of parts, their size and how far they unpack are bounded, and
whatever is malformed is a `ReadError`. The same parts give the same bytes. Never repairs a file.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from drafter.errors import ReadError
from drafter.word.xml import RELS_NS, TYPES_NS, Element, parse, serialise

MOST_PARTS = 5_000
MOST_BYTES = 300_000_000  # unpacked, all parts together
MOST_XML = 100_000_000  # unpacked, one XML part
MOST_RATIO = 400  # unpacked over packed, of a part larger than a megabyte
_RATIO_FROM = 1_000_000
_TYPES = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the zip format's first moment: saving again gives the same bytes
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    UnicodeError,
    OverflowError,
    IndexError,
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part; `target` is a part's name, or an address when external."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: "footnotes", "header", "image"."""
        return self.type.rpartition("/")[2]


@dataclass
class Package:
    """The parts of a Word file, in the file's order; XML is parsed when first asked for."""

    _parts: dict[str, bytes]
    _stored: frozenset[str] = frozenset()  # parts the file keeps uncompressed (images)
    _trees: dict[str, Element] = field(default_factory=dict)
    _edited: set[str] = field(default_factory=set)
    _relations: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes, name: str = "") -> Package:
        """The package in `data`; ReadError says what is wrong with it. `name` is for messages."""
        where = f"{name}: " if name else ""
        if data.startswith(_OLE):
            raise ReadError(
                f"{where}not a .docx file: an older or a password-protected Word file",
                hint="open it in Word, remove the password and save it as .docx",
            )
        try:
            parts, stored = _unpack(data, where)
        except _BROKEN as error:
            raise ReadError(
                f"{where}not a Word file: the zip archive cannot be read ({error})",
                hint="send the file again, or open and save it in Word",
            ) from None
        package = cls(parts, stored)
        if package.main not in package._parts:
            raise ReadError(f"{where}not a Word file: it has no main document part")
        root = package.part(package.main)
        if not root.tag == f"{{{root.nsmap.get(root.prefix)}}}document":
            raise ReadError(f"{where}not a Word document (its main part is {root.tag!r})")
        return package

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in order."""
        return tuple(self._parts)

    @property
    def main(self) -> str:
        """The name of the main document part."""
        for relation in self.relationships(""):
            if relation.kind == "officeDocument" and not relation.external:
                return relation.target
        return ""

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def data(self, name: str) -> bytes:
        """The bytes of a part, as they would be saved."""
        if name in self._edited:
            return serialise(self._trees[name])
        try:
            return self._parts[name]
        except KeyError:
            raise ReadError(f"{name}: the Word file has no such part") from None

    def part(self, name: str) -> Element:
        """The root of an XML part, for reading: a change to it is not saved."""
        if name not in self._trees:
            self._trees[name] = parse(self.data(name), name)
        return self._trees[name]

    def edit(self, name: str) -> Element:
        """The root of an XML part, for changing in place: `save` writes it anew."""
        root = self.part(name)
        self._edited.add(name)
        self._relations.pop(name, None)
        return root

    def put(self, name: str, data: bytes, content_type: str = "") -> None:
        """Add or replace a part; `content_type` is declared unless the package already does."""
        self._parts[name] = data
        self._trees.pop(name, None)
        self._relations.pop(name, None)
        self._edited.discard(name)
        if content_type and self.content_type(name) != content_type:
            types = self.edit(_TYPES)
            for old in types.findall(f"{{{TYPES_NS}}}Override"):
                if old.get("PartName") == f"/{name}":
                    types.remove(old)
            made = etree.SubElement(types, f"{{{TYPES_NS}}}Override")
            made.set("PartName", f"/{name}")
            made.set("ContentType", content_type)

    def content_type(self, name: str) -> str:
        """The declared content type of a part, or ""."""
        if _TYPES not in self._parts:
            return ""
        default = ""
        for element in self.part(_TYPES):
            if element.get("PartName", "").lstrip("/") == name:
                return element.get("ContentType", "")
            extension = element.get("Extension", "").lower()
            if extension and extension == name.rpartition(".")[2].lower():
                default = element.get("ContentType", "")
        return default

    def relationships(self, source: str) -> tuple[Relationship, ...]:
        """The relationships of the part `source`; "" is the package itself."""
        name = relationships_name(source)
        if name not in self._parts:
            return ()
        if name not in self._relations:
            base = posixpath.dirname(source)
            self._relations[name] = tuple(
                _relationship(element, base)
                for element in self.part(name)
                if element.tag == f"{{{RELS_NS}}}Relationship"
            )
        return self._relations[name]

    def related(self, source: str, kind: str) -> tuple[str, ...]:
        """The parts that `source` is related to by `kind` ("footnotes", "header"), in order."""
        return tuple(
            relation.target
            for relation in self.relationships(source)
            if relation.kind == kind and not relation.external and relation.target in self._parts
        )

    def relate(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship from `source` to `target`, made when it is not there.

        `kind` is the relationship's whole type.
        """
        known = self.relationships(source)
        for relation in known:
            if (relation.type, relation.target, relation.external) == (kind, target, external):
                return relation.id
        name = relationships_name(source)
        if name not in self._parts:
            self.put(name, f'<Relationships xmlns="{RELS_NS}"/>'.encode())
        taken = {relation.id for relation in known}
        number = len(known) + 1
        while f"rId{number}" in taken:
            number += 1
        made = etree.SubElement(self.edit(name), f"{{{RELS_NS}}}Relationship")
        made.set("Id", f"rId{number}")
        made.set("Type", kind)
        made.set(
            "Target", target if external else posixpath.relpath(target, posixpath.dirname(source))
        )
        if external:
            made.set("TargetMode", "External")
        return f"rId{number}"

    def free_name(self, pattern: str) -> str:
        """A part name not in use, such as "word/media/image7.png" for "word/media/image{}.png"."""
        number = 1
        while pattern.format(number) in self._parts:
            number += 1
        return pattern.format(number)

    def copy(self) -> Package:
        """A package of the same parts that can be edited without touching this one."""
        parts = {name: self.data(name) for name in self._parts}
        return Package(parts, self._stored)

    def save(self) -> bytes:
        """The file's bytes: untouched parts as they were, order kept, no clock in it."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self._parts:
                info = zipfile.ZipInfo(name, _EPOCH)
                info.create_system = 3
                info.external_attr = 0o600 << 16
                stored = name in self._stored
                info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                archive.writestr(info, self.data(name))
        return buffer.getvalue()


def relationships_name(source: str) -> str:
    """The name of the part that holds the relationships of `source`."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relationship(element: Element, base: str) -> Relationship:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        path = unquote(target.partition("#")[0])
        target = path.lstrip("/") if path.startswith("/") else posixpath.join(base, path)
        target = posixpath.normpath(target) if target else ""
    return Relationship(element.get("Id", ""), element.get("Type", ""), target, external)


def _unpack(data: bytes, where: str) -> tuple[dict[str, bytes], frozenset[str]]:
    """All parts of the archive within the bounds, and which of them are not compressed."""
    parts: dict[str, bytes] = {}
    stored = set()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MOST_PARTS:
            raise ReadError(f"{where}has {len(infos)} parts; at most {MOST_PARTS} are read")
        left = MOST_BYTES
        for info in infos:
            if info.filename in parts:
                raise ReadError(f"{where}holds the part {info.filename} twice")
            left -= _bounded(info, left, where)
            # The header may lie about the size: never unpack more than it says.
            with archive.open(info) as member:
                parts[info.filename] = member.read(info.file_size + 1)
            if len(parts[info.filename]) != info.file_size:
                raise ReadError(f"{where}the part {info.filename} is not as long as it says")
            if info.compress_type == zipfile.ZIP_STORED:
                stored.add(info.filename)
    return parts, frozenset(stored)


def _bounded(info: zipfile.ZipInfo, left: int, where: str) -> int:
    """The unpacked size of a part, or ReadError when it is out of bounds."""
    size = info.file_size
    xml = info.filename.lower().endswith((".xml", ".rels"))
    swollen = size > _RATIO_FROM and size > MOST_RATIO * max(info.compress_size, 1)
    if size > left or swollen or (xml and size > MOST_XML):
        raise ReadError(
            f"{where}the part {info.filename} unpacks to {size:,} bytes, more than a document needs"
        )
    return size

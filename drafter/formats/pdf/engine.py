"""The binding to PDFium: a PDF's pages as stretches of text with their place and type.

The only module that knows the library. Says nothing about what a stretch means. PDFium may not be
used by two threads at once, so one lock stands before it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Any

from drafter.errors import ReadError
from drafter.formats.pdf import bounds


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one font; points, `x` from the left and `y` down to the baseline."""

    text: str
    x: float
    right: float
    y: float
    size: float
    italic: bool = False
    bold: bool = False
    coded: bool = False  # a bar code: the letters of its font are no words


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line drawn from `x` to `right`."""

    x: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """What one page prints."""

    width: float
    height: float
    spans: tuple[Span, ...]
    rules: tuple[Rule, ...] = ()


_LOCK = Lock()
_LINE_END_HYPHEN = "\x02"  # what PDFium makes of a hyphen that ends a line
_NOT_TEXT = dict.fromkeys([0, 1, *range(3, 9), *range(14, 32), 0xFFFE, 0xFFFF])


def pages(data: bytes, name: str) -> list[Page]:
    """Every page of the PDF in `data`; a `ReadError` for what is no PDF or is locked."""
    bounds.check(data, name)
    # The library costs more to load than a text of twenty pages to read.
    import pypdfium2

    with _LOCK:
        document = _open(pypdfium2, data, name)
        try:
            return list(_pages(pypdfium2, document, name))
        finally:
            document.close()


def _open(library: Any, data: bytes, name: str) -> Any:
    try:
        return library.PdfDocument(data)
    except library.PdfiumError as error:
        if getattr(error, "err_code", None) == library.raw.FPDF_ERR_PASSWORD:
            hint = "open it with its password and print it to a new PDF"
            raise ReadError(f"{name}: this PDF is locked with a password", hint=hint) from None
        hint = "it may be cut short; download it again"
        raise ReadError(f"{name}: this PDF is damaged", hint=hint) from None


def _pages(library: Any, document: Any, name: str) -> Iterator[Page]:
    budget = bounds.Budget(name)
    if len(document) > bounds.PAGES:
        raise ReadError(f"{name}: has more than {bounds.PAGES} pages")
    fonts: dict[int, _Font] = {}
    broken = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except library.PdfiumError:
            broken += 1
            yield Page(0, 0, ())
            continue
        text = page.get_textpage()
        try:
            yield _Walk(library.raw, page, text, fonts, budget).page()
        finally:
            text.close()
            page.close()
    if broken == len(document):
        raise ReadError(f"{name}: no page of this PDF can be read", hint="download it again")


@dataclass(frozen=True, slots=True)
class _Font:
    italic: bool
    bold: bool
    coded: bool


class _Walk:
    """One walk over the objects of a page, those inside forms too."""

    def __init__(
        self, raw: Any, page: Any, text: Any, fonts: dict[int, _Font], budget: bounds.Budget
    ) -> None:
        self.raw = raw
        self.handle = page
        self.text = text
        self.fonts = fonts
        self.budget = budget
        self.characters = max(0, raw.FPDFText_CountChars(text))
        self.spans: list[Span] = []
        self.rules: list[Rule] = []
        self.matrix = raw.FS_MATRIX()
        self.box = [ctypes.c_float() for _ in range(4)]
        self.size = ctypes.c_float()
        self._hold(4096)
        paper = raw.FS_RECTF()
        if raw.FPDF_GetPageBoundingBox(page, paper) and paper.top > paper.bottom:
            self.left, self.top = paper.left, paper.top
        else:
            self.left, self.top = 0.0, raw.FPDF_GetPageHeightF(page)

    def page(self) -> Page:
        raw = self.raw
        count = raw.FPDFPage_CountObjects(self.handle)
        self._objects(count, lambda at: raw.FPDFPage_GetObject(self.handle, at), None, 0)
        width = raw.FPDF_GetPageWidthF(self.handle)
        height = raw.FPDF_GetPageHeightF(self.handle)
        return Page(width, height, tuple(self.spans), tuple(self.rules))

    def _objects(self, count: int, get: Any, above: Any, depth: int) -> None:
        raw = self.raw
        self.budget.take(count)
        for at in range(count):
            item = get(at)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._text(item, above)
            elif kind == raw.FPDF_PAGEOBJ_PATH and above is None:
                self._path(item)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < bounds.FORMS:
                matrix = raw.FS_MATRIX()
                raw.FPDFPageObj_GetMatrix(item, matrix)
                self._objects(
                    raw.FPDFFormObj_CountObjects(item),
                    lambda i, form=item: raw.FPDFFormObj_GetObject(form, i),
                    _times(raw, matrix, above),
                    depth + 1,
                )

    def _text(self, item: Any, above: Any) -> None:
        words = self._words(item)
        if not words.strip():
            return
        raw = self.raw
        raw.FPDFPageObj_GetMatrix(item, self.matrix)
        raw.FPDFPageObj_GetBounds(item, *self.box)
        raw.FPDFTextObj_GetFontSize(item, self.size)
        matrix = _times(raw, self.matrix, above)
        right = self.box[2].value
        if above is not None:
            right = matrix.e + (right - self.matrix.e) * (above.a or 1.0)
        size = self.size.value * (abs(matrix.d) or abs(matrix.b) or 1.0)
        font = self._font(item)
        self.spans.append(
            Span(
                words,
                matrix.e - self.left,
                max(right, matrix.e) - self.left,
                self.top - matrix.f,
                size,
                font.italic,
                font.bold,
                font.coded,
            )
        )

    def _words(self, item: Any) -> str:
        """The characters of a text object, with the spaces that PDFium saw between them."""
        self.budget.take(self.characters // 64)  # PDFium looks through the whole page each time
        get = self.raw.FPDFTextObj_GetText
        needed = get(item, self.text, self.pointer, len(self.buffer))
        if needed > len(self.buffer):
            self._hold(needed)
            get(item, self.text, self.pointer, needed)
        if needed <= 2:
            return ""
        words = ctypes.string_at(self.buffer, needed - 2).decode("utf-16-le", "replace")
        words = words.replace(_LINE_END_HYPHEN, "-").translate(_NOT_TEXT)
        return " ".join(words.split("\r\n")) if "\n" in words else words

    def _hold(self, size: int) -> None:
        """Have room for `size` bytes of text."""
        self.buffer = ctypes.create_string_buffer(size)
        self.pointer = ctypes.cast(self.buffer, ctypes.POINTER(ctypes.c_ushort))

    def _font(self, item: Any) -> _Font:
        handle = self.raw.FPDFTextObj_GetFont(item)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in self.fonts:
            self.fonts[key] = _font(self.raw, handle)
        return self.fonts[key]

    def _path(self, item: Any) -> None:
        """Keep a thin horizontal line: a rule over notes, under a head, in a table."""
        if not self.raw.FPDFPageObj_GetBounds(item, *self.box):
            return
        left, bottom, right, top = (value.value for value in self.box)
        if top - bottom < 2.5 and right - left > 20:
            self.rules.append(Rule(left - self.left, right - self.left, self.top - top))


def _times(raw: Any, inner: Any, outer: Any) -> Any:
    """The matrix `inner` inside a form that is drawn with `outer`."""
    if outer is None:
        return inner
    return raw.FS_MATRIX(
        inner.a * outer.a + inner.b * outer.c,
        inner.a * outer.b + inner.b * outer.d,
        inner.c * outer.a + inner.d * outer.c,
        inner.c * outer.b + inner.d * outer.d,
        inner.e * outer.a + inner.f * outer.c + outer.e,
        inner.e * outer.b + inner.f * outer.d + outer.f,
    )


def _font(raw: Any, handle: Any) -> _Font:
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(handle, buffer, len(buffer))
    name = buffer.value.decode("utf-8", "replace").lower()
    flags = raw.FPDFFont_GetFlags(handle)
    italic = "italic" in name or "oblique" in name or bool(flags > 0 and flags & 64)
    bold = "bold" in name or "black" in name or raw.FPDFFont_GetWeight(handle) >= 600
    return _Font(italic, bold, "barcode" in name or "3of9" in name)

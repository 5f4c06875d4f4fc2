"""A Word draft with a comment in it."""

import io

from docx import Document


def commented(before: str, about: str, after: str) -> bytes:
    """A draft whose one operative paragraph has a comment by Fiji on the words `about`."""
    document = Document()
    document.add_paragraph("Safe river crossings")
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("Recalling its resolution 79/901,")
    paragraph = document.add_paragraph()
    paragraph.add_run(before)
    run = paragraph.add_run(about)
    paragraph.add_run(after)
    document.add_comment([run], text="Could this be stronger?", author="Fiji", initials="FJ")
    document.add_paragraph("Requests the Secretary-General to report.")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()

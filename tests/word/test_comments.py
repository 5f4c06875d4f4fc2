"""The comments of a Word file and what they are about."""

from drafter.word.comments import comments
from drafter.word.package import Package
from tests.editing.commented import commented


def test_a_comment_has_its_author_its_words_and_what_it_is_about() -> None:
    (one,) = comments(Package.open(commented("Invites States to ", "train", " crews;")))
    assert (one.author, one.words) == ("Fiji", "Could this be stronger?")
    assert one.about == "train"
    assert one.paragraph == "Invites States to train crews;"


def test_a_file_without_comments_has_none() -> None:
    from drafter.formats import docx
    from drafter.model import Document, Resolution, text

    data = docx.write(Document((Resolution(title=text("Rivers")),)))
    assert comments(Package.open(data)) == ()

"""The help pages: what each screen is for, every key and what it does."""

KEYS = """\
ON THE PAGE
  ↑ ↓ or k j        to the paragraph before, after
  PgUp PgDn         a screenful        Home End   first, last
  g                 go to: 12, PP3, 3b, or words
  / or Ctrl-F       find and replace
  Enter or e        edit this paragraph
  n                 new paragraph after this one
  N                 new operative paragraph at the end
  b                 insert a block from the catalogue
  d or Delete       delete it          y   duplicate it
  K J or Alt-↑ ↓    carry it up, down: numbers follow
  > <               make it a subparagraph, raise it
  +                 join it with the next one
  H                 heading before it
  l                 agreed language beside it; Ctrl-L goes into the list
  f                 findings           F   fix all that is safe
  c                 compare with another text
  x                 write for others: Word, redline, copies
  t                 colours: what is agreed   p   its sources
  o                 comments that the Word file held
  m                 masthead           i   what the file could not keep
  Shift-↑ Shift-↓   choose several
  Ctrl-X C or V     cut, copy, paste

  Mouse             click goes there, twice edits; drag to move

IN A PARAGRAPH
  Esc               done
  Enter             split it here      Backspace at its start: join
  Tab  Shift-Tab    make it a subparagraph, raise it
  Ctrl-T            *italic*           Ctrl-B   [bracket]
  Ctrl-N            footnote [^1]
  Ctrl-O            a bracket with who wants it: [EU: words]
  Home End          of the line, then of the paragraph
  →                 take the words that stand grey after the cursor
  Ctrl-L            into the agreed language; Enter inserts

AGREED LANGUAGE
  Enter             insert it after this paragraph, or complete what is typed
  r                 put it in the place of this paragraph
  m                 add only what is missing in this paragraph
  c                 compare with mine, and take single stretches
  p                 the source: its text whole, and the paragraph through the sessions
  f                 filter by body, years and status

FINDINGS
  Enter             go there           x   explain the rule
  f                 fix this one       F   fix all that is safe

EVERYWHERE
  Ctrl-Z Ctrl-Y     undo, redo: typing, moving, deleting, all of it
  Ctrl-S            save               Ctrl-P   every command by name
  Ctrl-Q            leave; asks first when something is not saved
  What you type is kept in a recovery file beside the draft."""

HOME = """\
Drafts you opened last, and any that never got a name.

  ↑ ↓  Enter        choose one, and open it
  n                 a new draft: from a skeleton, from last session’s text, or empty
  o                 any file: Markdown, Word, PDF, text
  Ctrl-P            every command by name, such as Light or dark
  Ctrl-Q            leave

A draft is an ordinary Markdown file. What you type is kept in a recovery file beside it:
after a crash, open the draft again, and it is offered."""

COMPARE = """\
What changed between the draft and another text. Deleted words are struck through,
inserted words underlined; where there is no colour, they stand in [-…-] and {+…+}.

  n p               the next, the previous change; in a long one, what it has further on
  m                 of a paragraph that moved: where it stood before, and back
  a                 accept it          r   reject it
  Enter             go to it in the draft
  s                 old and new side by side, or as one text
  w                 turn round: take the other text for the newer one, or the older
  x                 write the redline for Word
  Ctrl-Z Ctrl-Y     undo, redo         Esc   back to the draft

When the other text is older, the changes are yours: reject takes the old words back.
When it is newer, a return from others, accept takes their words into the draft.
What the draft keeps is marked ✓ settled; the same key opens it again."""

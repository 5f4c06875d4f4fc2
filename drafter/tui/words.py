"""The help page: every key and what it does."""

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
  l                 agreed language beside it (Tab goes into the list)
  f                 findings           F   fix all that is safe
  c                 compare with another text
  x                 write for others: Word, redline, copies
  t                 colours: what is agreed   p   its sources
  m                 masthead           i   what the file could not keep
  Shift-↑ Shift-↓   choose several       Ctrl-X Ctrl-C Ctrl-V   cut, copy, paste

IN A PARAGRAPH
  Esc               done
  Enter             split it here      Backspace at its start: join
  Tab  Shift-Tab    make it a subparagraph, raise it
  Ctrl-T            *italic*           Ctrl-B   [bracket]
  Ctrl-N            footnote [^1]
  [EU: words]       a bracket with who wants it
  →                 take the words that stand grey after the cursor
  Ctrl-L            into the agreed language; Enter inserts

EVERYWHERE
  Ctrl-Z Ctrl-Y     undo, redo: typing, moving, deleting, all of it
  Ctrl-S            save               Ctrl-P   every command by name
  Ctrl-Q            leave; asks first when something is not saved
  What you type is kept in a recovery file beside the draft."""

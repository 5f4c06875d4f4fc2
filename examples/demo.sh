#!/bin/sh
# The main job on the examples: demo.sh DRAFTER OUT
set -eu
drafter=$1
out=$2
here=$(dirname "$0")
mkdir -p "$out"

# diff and lint exit 1 when they found something: that is a result, not a failure.
found() {
    "$@" || [ $? -eq 1 ]
}

say() {
    printf '\n== %s\n' "$*"
}

say "A phrase bank of last session's text"
rm -f "$out/rivers.bank"
"$drafter" bank add --bank "$out/rivers.bank" "$here/last-session.md"
"$drafter" suggest --bank "$out/rivers.bank" --top 3 "Urges Member States to license every ferry"

say "Check the draft"
found "$drafter" lint "$here/river-crossings.md"

say "Compare the draft with its revision"
found "$drafter" diff "$here/river-crossings.md" "$here/river-crossings-rev1.md"

say "Write the files"
"$drafter" convert "$here/river-crossings-rev1.md" -o "$out/river-crossings-rev1.docx"
found "$drafter" diff "$here/river-crossings.md" "$here/river-crossings-rev1.md" -o "$out/redline.docx"
echo "for circulation:  $out/river-crossings-rev1.docx"
echo "the redline:      $out/redline.docx"
echo "open the editor:  $drafter edit $here/river-crossings-rev1.md"

"""Bring every language up to date with the code: new sentences get a place in its .ts, vanished ones go, what Qt reads is compiled anew.

``make translations``, before and after a translator's work. It tells what is still to be said. Where a sentence was only reworded, what its
forerunner said stays as a draft.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from tests.translations.sentences import Sentence, all_sentences
from tests.translations.ts_file import FOLDER, Said, compile_to, read, write

NUMBERS = {"cy": 5}
"""Forms of a number by Qt's own rules. Welsh: none, one, two to five, six, any other."""
ALIKE = 0.7
"""How alike two sentences must be, from 0 to 1, for one to be the other reworded."""


def with_drafts(sentences: Sequence[Sentence], said: Mapping[str, Said]) -> dict[str, Said]:
    """What is said, and for each new sentence what a vanished one said that was much like it, as unfinished."""
    texts = {sentence.text for sentence in sentences}
    vanished = [text for text in said if text not in texts]
    drafts = dict(said)
    for text in texts - set(said):
        if alike := get_close_matches(text, vanished, n=1, cutoff=ALIKE):
            drafts[text] = replace(said[alike[0]], finished=False, note=f"It was: {alike[0]}")
    return drafts


def main() -> None:
    sentences = all_sentences()
    for language, numbers in NUMBERS.items():
        path = FOLDER / f"netcurtain_{language}.ts"
        write(path, language, sentences, with_drafts(sentences, read(path)), numbers)
        said = read(path)
        missing = [sentence for sentence in sentences if not said[sentence.text].finished]
        print(f"{language}: {len(sentences)} sentences, {len(missing)} still to be said")
        for sentence in missing:
            print(f"  {sentence.file}:{sentence.line}: {sentence.text}")
    for path in sorted(FOLDER.glob("*.ts")):
        compile_to(path, path.with_suffix(".qm"))


if __name__ == "__main__":
    main()

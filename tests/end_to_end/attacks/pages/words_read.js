// Written so that the page's own script does not have them.
const WORDS = /[N]ot sent yet|[G]o on as it is|[W]hat you wrote is still here/;
whenShown((host) =>
  again(() => {
    const selection = getSelection();
    const texts = [host.innerText, host.outerHTML, document.documentElement.innerText, document.documentElement.outerHTML];
    texts.push(host.getHTML?.({ serializableShadowRoots: true, shadowRoots: [] }) ?? '');
    selection.selectAllChildren(document.documentElement);
    texts.push(selection.toString());
    document.execCommand('selectAll');
    texts.push(selection.toString());
    selection.removeAllRanges();
    const at = document.caretPositionFromPoint?.(innerWidth / 2, innerHeight / 2) ?? document.caretRangeFromPoint?.(innerWidth / 2, innerHeight / 2);
    texts.push(String((at?.offsetNode ?? at?.startContainer)?.textContent));
    if (texts.some((text) => WORDS.test(text))) learned('the words of the card');
  }, 100),
);

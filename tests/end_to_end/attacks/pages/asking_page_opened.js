// The extension's own pages, asked for by the page.
const isFirefox = CSS.supports('-moz-appearance', 'none');
const origin = isFirefox ? 'moz-extension://5f1b6a52-2f0c-4b52-9a3e-0c1d2e3f4a5b' : 'chrome-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm';
whenFirstShown(() => {
  for (const path of ['/ask/ask.html', '/ask/ask.html?choice=as_it_is', '/popup/popup.html', '/manifest.json']) {
    fetch(origin + path).then((answer) => answer.ok && learned(path), () => undefined);
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.src = origin + path;
  }
});

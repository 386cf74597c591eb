const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (options) {
  const root = attachShadow.call(this, { ...options, mode: 'open' });
  if (this.localName === 'div') learned('a root');
  return root;
};
whenShown((host) =>
  setTimeout(() => {
    if (host.shadowRoot) learned(host.shadowRoot.textContent);
    try {
      host.attachShadow({ mode: 'open' });
      learned('another root');
    } catch {
      // There is one.
    }
  }, 100),
);

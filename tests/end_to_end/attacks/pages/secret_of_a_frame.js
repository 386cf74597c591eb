// A frame's functions are the page's to change from its first moment.
whenFirstShown(() =>
  setTimeout(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inside = frame.contentWindow;
    const native = inside.EventTarget.prototype.dispatchEvent;
    inside.EventTarget.prototype.dispatchEvent = function (event) {
      if (/^nc\d{6,}/.test(event.detail ?? event.type)) learned(event.detail ?? event.type);
      return native.call(this, event);
    };
    inside.document.addEventListener('netcurtain', ({ detail }) => learned(detail), true);
    inside.HTMLFormElement.prototype.submit.call(document.forms[0]);
  }, 200),
);

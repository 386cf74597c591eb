const native = () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.contentWindow.HTMLFormElement.prototype.submit.call(document.forms[0]);
};
whenFirstShown(() => setTimeout(native, 200));

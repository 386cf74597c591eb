const outer = document.body.appendChild(document.createElement('iframe'));
const inner = outer.contentDocument.body.appendChild(outer.contentDocument.createElement('iframe'));
const { submit } = inner.contentWindow.HTMLFormElement.prototype;
outer.remove();
whenFirstShown(() => setTimeout(() => submit.call(document.forms[0]), 200));

// A frame where no script runs still lends its functions.
const frame = document.body.appendChild(document.createElement('iframe'));
frame.sandbox = 'allow-same-origin';
frame.src = '/advert';
whenFirstShown(() => setTimeout(() => frame.contentWindow.HTMLFormElement.prototype.submit.call(document.forms[0]), 300));

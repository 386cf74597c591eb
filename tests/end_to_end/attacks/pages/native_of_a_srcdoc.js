const frame = document.body.appendChild(document.createElement('iframe'));
frame.srcdoc = '<p>A frame</p>';
whenFirstShown(() => setTimeout(() => frame.contentWindow.HTMLFormElement.prototype.submit.call(document.forms[0]), 300));

const frame = document.body.appendChild(document.createElement('iframe'));
whenFirstShown((host) => setTimeout(() => frame.contentDocument.body.append(host), 100));

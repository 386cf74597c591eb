const place = document.body.appendChild(document.createElement('section'));
place.hidden = true;
whenFirstShown((host) => setTimeout(() => place.append(host), 100));

const place = document.body.appendChild(document.createElement('section'));
place.inert = true;
whenFirstShown((host) => setTimeout(() => place.append(host), 100));

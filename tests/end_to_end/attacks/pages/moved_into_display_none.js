const place = document.body.appendChild(document.createElement('section'));
place.style.display = 'none';
whenFirstShown((host) => setTimeout(() => place.append(host), 100));

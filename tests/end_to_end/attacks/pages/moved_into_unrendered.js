const place = document.body.appendChild(document.createElement('section'));
place.style.contentVisibility = 'hidden';
whenFirstShown((host) => setTimeout(() => place.append(host), 100));

const place = document.body.appendChild(document.createElement('section'));
place.style.cssText = 'opacity:0;transform:scale(0);filter:blur(99px)';
whenFirstShown((host) => setTimeout(() => place.append(host), 100));

// Moved without being taken out: what is open stays open, in a place that cannot be seen.
const place = document.body.appendChild(document.createElement('section'));
place.style.display = 'none';
whenFirstShown((host) => setTimeout(() => (place.moveBefore ? place.moveBefore(host, null) : place.append(host)), 100));

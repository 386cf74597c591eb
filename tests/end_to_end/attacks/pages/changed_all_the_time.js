const place = document.body.appendChild(document.createElement('section'));
again(() => {
  for (let number = 0; number < 10; number += 1) place.replaceChildren(Object.assign(document.createElement('p'), { textContent: String(Math.random()) }));
}, 10);

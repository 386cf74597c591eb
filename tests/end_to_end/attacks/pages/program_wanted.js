// An address that another program would open: the browser asks whether it may.
whenFirstShown(() => {
  for (let time = 0; time < 3; time += 1) document.body.appendChild(document.createElement('iframe')).src = 'greyshire-program:open';
});

// Every press that the page hears of, it makes again.
addEventListener('click', (event) => {
  if (event.target.id === 'go' && event.isTrusted) document.querySelector('#go').click();
}, true);

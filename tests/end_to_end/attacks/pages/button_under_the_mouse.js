// The form is moved so that its button lies where the card's button will be.
document.querySelector('main')?.style.setProperty('margin-top', '0');

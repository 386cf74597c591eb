// The person's finger rests on Enter: the card comes under it.
whenShown(() => document.querySelector('#when').focus());

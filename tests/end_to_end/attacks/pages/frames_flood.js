whenLoaded(() => {
  for (let number = 0; number < 60; number += 1) {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.srcdoc = '<form><label>When were you raped?<input></label><button>Send</button></form>';
  }
});

const channel = new BroadcastChannel('flood');
const other = new BroadcastChannel('flood');
other.onmessage = () => undefined;
again(() => {
  for (let number = 0; number < 100; number += 1) {
    postMessage({ kind: 'verdict', number }, '*');
    channel.postMessage({ kind: 'verdict', number });
  }
}, 10);

/** A payment-like third party that an order needs. */

window.kitepay = {
  ready: async () => {
    const { ready } = await (await fetch('https://api.kitepay.example/ready', { method: 'POST', body: 'k=1' })).json();
    document.getElementById('paid').value = ready ? 'yes' : 'no';
    return ready ? 'ready' : 'not ready';
  },
};

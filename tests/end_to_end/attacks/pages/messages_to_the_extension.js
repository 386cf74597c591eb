const ids = ['pjbcfkkkfflobfgcokmbdaenjpaalikm', 'netcurtain@netcurtain.example'];
const messages = ['choice', 'choice_made', 'verdict', 'link', 'leave', 'ask_answer'].map((kind) => ({
  kind,
  choice: 'as_it_is',
  linked: false,
  verdict: { level: 'notice', forms: [], answered: true },
}));
whenShown(() =>
  again(() => {
    for (const message of messages) {
      postMessage(message, '*');
      for (const id of ids) {
        try {
          (globalThis.chrome ?? globalThis.browser).runtime.sendMessage(id, message, (answer) => answer && learned(JSON.stringify(answer)));
        } catch {
          // Nobody takes messages from a page.
        }
      }
      dispatchEvent(new MessageEvent('message', { data: message }));
    }
  }, 50),
);

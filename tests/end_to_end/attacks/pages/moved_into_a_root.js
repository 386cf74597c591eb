const root = document.body.appendChild(document.createElement('section')).attachShadow({ mode: 'closed' });
root.append(Object.assign(document.createElement('style'), { textContent: ':host, div { display: none !important }' }));
whenFirstShown((host) => setTimeout(() => root.append(host), 100));

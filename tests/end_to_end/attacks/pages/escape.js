addEventListener('keydown', ({ key }) => key === 'Escape' && navigator.sendBeacon('/heard'));

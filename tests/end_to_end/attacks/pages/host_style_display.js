whenShown((host) => setTimeout(() => host.style.setProperty('display', 'none', 'important'), 700));

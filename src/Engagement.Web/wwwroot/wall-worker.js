// Keeps the big screen's page on its machine: a screen that starts while the site is away shows the last numbers with their age, and no browser's error.
const shelf = 'wall', ours = /^\/(wall$|css\/wall|js\/wall|rose\.)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(clients.claim().then(learn)));
self.addEventListener('fetch', event => {
    const { pathname, origin } = new URL(event.request.url), isPage = pathname === '/wall';
    if (event.request.method !== 'GET' || origin !== location.origin || !ours.test(pathname)) return;
    if (isPage && event.request.mode !== 'navigate') return; // the page asks whether the site answers
    event.respondWith(answer(event.request, isPage));
});

// The page that brought this worker was loaded without it.
async function learn() {
    const page = await answer(new Request('/wall'), true), parts = [...(await page.text()).matchAll(/(?:href|src)="([^"]+)"/g)].map(found => new Request(found[1]));
    await Promise.all(parts.map(one => answer(one, false)));
    const modules = (await Promise.all((await (await caches.open(shelf)).keys()).filter(one => one.url.includes('/js/')).map(async one => [...(await (await caches.match(one)).text()).matchAll(/from '\.\/([^']+)'/g)]))).flat();
    await Promise.all(modules.map(found => answer(new Request('/js/' + found[1]), false)));
}

async function answer(request, isPage) {
    const cache = await caches.open(shelf);
    try {
        const fresh = await fetch(request);
        if (fresh.ok) {
            const kept = fresh.clone(), headers = new Headers(kept.headers);
            headers.set('x-kept', Date.now());
            await cache.put(request, new Response(await kept.blob(), { headers }));
            return fresh;
        }
        if (!isPage) return fresh;
    } catch { /* the site is away */ }
    const old = await cache.match(request, { ignoreVary: true });
    if (!old) return Response.error();
    return isPage ? new Response((await old.text()).replace('<main ', `<main data-kept="${old.headers.get('x-kept')}" `), { headers: old.headers }) : old;
}

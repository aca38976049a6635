// WeChat's own things: the card of its ··· menu, its scanner, its button for notices. Pages are whole without.
const card = document.querySelector('meta[name=card]');
let scans = false;

const load = () => new Promise((onload, onerror) =>
    document.head.append(Object.assign(document.createElement('script'), { src: card.dataset.script, onload, onerror })));

async function begin() {
    try {
        const ask = '/wechat/js-config?url=' + encodeURIComponent(location.href.split('#')[0]);
        const [signed] = await Promise.all([fetch(ask).then(got => got.ok && got.json()), load()]);
        if (!signed) return;
        let refused = false;
        wx.error(() => { refused = true; }); // a refused page is ready, too
        wx.ready(() => refused || start());
        wx.config({
            ...signed,
            jsApiList: ['updateAppMessageShareData', 'updateTimelineShareData', 'scanQRCode'],
            openTagList: ['wx-open-subscribe'],
        });
    } catch { /* offline, or WeChat's script is away */ }
}

function start() {
    const { text: desc, link, img: imgUrl, moments, momentsLink } = card.dataset;
    wx.updateAppMessageShareData({ title: card.content, desc, link, imgUrl });
    wx.updateTimelineShareData({ title: moments || card.content, link: momentsLink || link, imgUrl });
    scans = true;
    const box = document.querySelector('[data-ask]');
    if (box) prompt(box);
}

document.addEventListener('click', e => {
    const way = e.target.closest('a[data-scan]');
    if (!way || !scans) return;
    e.preventDefault();
    wx.scanQRCode({
        needResult: 1, scanType: ['qrCode'],
        success: read => location.assign('/scan?code=' + encodeURIComponent(read.resultStr)),
        fail: () => location.assign(way.href),
    });
});

function prompt(box) {
    const slot = box.querySelector('[data-slot]'), before = [...slot.childNodes];
    const tag = document.createElement('wx-open-subscribe'), look = document.createElement('template');
    const back = () => slot.replaceChildren(...before);
    look.innerHTML = '<style>button{width:100%;height:52px;border:1px solid #8A766B;border-radius:4px;background:#FFFCF6;color:#9B2439;font:700 17px sans-serif}</style><button></button>';
    look.content.lastChild.textContent = box.dataset.label;
    tag.setAttribute('template', box.dataset.ask);
    tag.append(look);
    tag.addEventListener('success', e => answered(box, e.detail.subscribeDetails));
    tag.addEventListener('error', back);
    document.addEventListener('WeixinOpenTagsError', back);
    slot.replaceChildren(tag);
    setTimeout(() => tag.offsetHeight || back(), 1500);
}

function answered(box, details) {
    const form = box.querySelector('form'), body = new URLSearchParams(new FormData(form));
    body.set('details', details);
    fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => {});
    box.querySelector('p').textContent = box.dataset.done;
    box.querySelector('.stack').remove();
}

if (card) addEventListener('load', begin);

// Stands for the part of WeChat that is not on the page: the bridge that jweixin talks to, and the open tag's element.
// The test says how it answers: window.wechatVerify (a function of the test), window.scanned, window.subscribes.
window.bridge = [];
window.WeixinJSBridge = {
    on() {},
    async invoke(name, args, callback) {
        window.bridge.push({ name, args: JSON.parse(JSON.stringify(args)) });
        if (name === 'preVerifyJSAPI') {
            const asked = { appId: args.verifyAppId, timestamp: args.verifyTimestamp, nonceStr: args.verifyNonceStr, url: location.href.split('#')[0], signature: args.verifySignature };
            const valid = await window.wechatVerify(new URLSearchParams(asked).toString());
            callback({ err_msg: name + (valid ? ':ok' : ':invalid signature') });
        } else if (name === 'scanQRCode') {
            const code = window.scanned ?? sessionStorage.getItem('scanned');
            callback(code === 'cancel' ? { err_msg: 'scanQRCode:cancel' } : code === 'denied' ? { err_msg: 'scanQRCode:fail' }
                : { err_msg: 'scanQRCode:ok', resultStr: JSON.stringify({ scan_code: { scan_result: code } }) }); // as an iPhone does
        } else if (name === 'getNetworkType') {
            callback({ err_msg: 'network_type:wifi' });
        } else {
            callback({ err_msg: name + ':ok' });
        }
    },
};

customElements.define('wx-open-subscribe', class extends HTMLElement {
    connectedCallback() {
        // WeChat draws the template in a frame of its own, where the page's content policy does not reach.
        const root = this.attachShadow({ mode: 'open' }), look = this.querySelector('template').content, sheet = new CSSStyleSheet();
        sheet.replaceSync(look.querySelector('style').textContent);
        root.adoptedStyleSheets = [sheet];
        root.append(look.querySelector('button').cloneNode(true));
        root.querySelector('button').addEventListener('click', () => {
            const status = sessionStorage.getItem('subscribes') ?? 'accept';
            const details = Object.fromEntries(this.getAttribute('template').split(',').map(id => [id, JSON.stringify({ status })]));
            this.dispatchEvent(status === 'error' ? new CustomEvent('error', { detail: { errMsg: 'subscribe:fail', errCode: '10002' } })
                : new CustomEvent('success', { detail: { errMsg: 'subscribe:ok', subscribeDetails: JSON.stringify(details) } }));
        });
    }
});

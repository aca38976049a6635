// A stand-in for the bridge between a page and WeChat's app, for trying the JS-SDK (jweixin 1.6) in an ordinary browser.
// Load it before the page's scripts; the page needs a user agent with "MicroMessenger/8.0.0".
// window.wechat.calls lists what the page asked for; window.wechat.scan is what the next scan finds.
(function () {
    'use strict';

    var own = document.currentScript ? new URL(document.currentScript.src).origin : window.wechatEmulator;
    var wechat = window.wechat = { calls: [], scan: 'https://example.org/scanned', location: { latitude: 22.5787, longitude: 113.0819, speed: 0, accuracy: 30 }, handlers: {} };
    var verified = [];

    function verify(args, done) {
        var query = new URLSearchParams({
            appId: args.verifyAppId, nonceStr: args.verifyNonceStr, timestamp: args.verifyTimestamp,
            url: location.href.split('#')[0], signature: args.verifySignature
        });
        fetch(own + '/emulator/jssdk/verify?' + query).then(function (answer) {
            return answer.json();
        }).then(function (answer) {
            verified = answer.problem ? [] : args.verifyJsApiList;
            done({ err_msg: answer.problem ? 'preVerifyJSAPI:fail_' + answer.problem : 'preVerifyJSAPI:ok' });
        }, function () {
            done({ err_msg: 'preVerifyJSAPI:fail' });
        });
    }

    function answerOf(name, args) {
        switch (name) {
            case 'checkJsApi': return { err_msg: 'checkJsApi:ok', checkResult: JSON.stringify(Object.fromEntries(args.jsApiList.map(function (api) { return [api, true]; }))) };
            case 'scanQRCode': return { err_msg: 'scanQRCode:ok', resultStr: wechat.scan };
            case 'geoLocation': return Object.assign({ err_msg: 'geoLocation:ok' }, wechat.location);
            default: return { err_msg: name + ':ok' };
        }
    }

    window.WeixinJSBridge = {
        invoke: function (name, args, done) {
            wechat.calls.push({ name: name, args: args });
            done = done || function () { };
            if (name === 'preVerifyJSAPI') {
                verify(args, done);
            } else {
                var api = name === 'geoLocation' ? 'getLocation' : name;
                var open = api === 'checkJsApi' || api === 'closeWindow' || verified.indexOf(api) >= 0;
                setTimeout(done, 0, open ? answerOf(name, args) : { err_msg: name + ':permission denied' });
            }
        },
        on: function (name, handler) {
            wechat.handlers[name] = handler;
        },
        call: function (name) {
            wechat.calls.push({ name: name });
        }
    };
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));
})();

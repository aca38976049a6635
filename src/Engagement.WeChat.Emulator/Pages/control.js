// Keeps the tester's pages fresh. Without it they still work; reload by hand.
(function () {
    'use strict';

    var lines = document.getElementById('lines');

    function toEnd() {
        lines.scrollTop = lines.scrollHeight;
    }

    function lastLine() {
        var last = lines.querySelector('li:last-child');
        return last ? last.dataset.line : '0';
    }

    function more() {
        return fetch(lines.dataset.lines + '?after=' + lastLine()).then(function (answer) {
            return answer.ok ? answer.text() : '';
        }).then(function (markup) {
            if (markup) {
                lines.insertAdjacentHTML('beforeend', markup);
                toEnd();
            }
        });
    }

    function refresh() {
        return fetch(location.pathname).then(function (answer) {
            return answer.ok ? answer.text() : '';
        }).then(function (markup) {
            var fresh = new DOMParser().parseFromString(markup, 'text/html');
            document.querySelectorAll('[data-live]').forEach(function (part) {
                var next = fresh.querySelector('[data-live="' + part.dataset.live + '"]');
                if (next && next.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
                    part.innerHTML = next.innerHTML;
                }
            });
        });
    }

    function again(act, milliseconds) {
        var next = function () {
            setTimeout(function () {
                (document.hidden ? Promise.resolve() : act()).then(next, next); // the emulator may be restarting
            }, milliseconds);
        };
        next();
    }

    if (lines) {
        toEnd();
        again(more, 1000);
    } else if (document.querySelector('[data-live]')) {
        again(refresh, 2000);
    }
})();

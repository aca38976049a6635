using System.Diagnostics;
using HdrHistogram;

namespace Engagement.Rig.Load;

/// <summary>Asks for one page again and again, at fixed instants: what a person sees while others give.</summary>
internal sealed class PageProbe(string site, string path) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Uri _page = new(new Uri(site.TrimEnd('/') + "/"), path.TrimStart('/'));

    public string Path => _page.PathAndQuery;

    /// <summary>Times in microseconds from the instant that a request was due.</summary>
    public async Task<LongHistogram> Run(CancellationToken stop)
    {
        var times = new LongHistogram(1, 600_000_000, 3);
        for (var start = Stopwatch.GetTimestamp(); !stop.IsCancellationRequested; start += (long)(Interval.TotalSeconds * Stopwatch.Frequency))
        {
            using (var answer = await _http.GetAsync(_page, CancellationToken.None))
            {
                await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
                times.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(start).TotalMicroseconds));
                if (!answer.IsSuccessStatusCode)
                {
                    throw new RigException($"{_page} answers {(int)answer.StatusCode}.");
                }
            }

            var rest = Interval - Stopwatch.GetElapsedTime(start);
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, CancellationToken.None);
            }
        }

        return times;
    }

    /// <summary>Both percentiles and their ratio, in words.</summary>
    public string Compare(LongHistogram idle, LongHistogram busy) => FormattableString.Invariant(
        $"{Path}: idle p50 {Ms(idle, 50):n1} p99 {Ms(idle, 99):n1} ms ({idle.TotalCount} times), under load p50 {Ms(busy, 50):n1} p99 {Ms(busy, 99):n1} ms ({busy.TotalCount} times): p99 times {Ms(busy, 99) / Ms(idle, 99):n1}");

    private static double Ms(LongHistogram times, double percentile) => times.GetValueAtPercentile(percentile) / 1e3;

    public void Dispose() => _http.Dispose();
}

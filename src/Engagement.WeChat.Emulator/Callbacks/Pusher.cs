using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Engagement.WeChat.Emulator.Chats;
using Microsoft.Extensions.Hosting;

namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>Delivers pushes as WeChat does: five seconds for an answer, else up to three deliveries more of the same body.
/// A server error or a refused connection counts as no answer; the next delivery then comes at the same time as after a time-out.</summary>
internal sealed class Pusher(EmulatorOptions options, TargetBook targets, PushLog log, ChatBook chats) : IHostedService, IDisposable
{
    /// <summary>Deliveries after the first.</summary>
    public const int Retries = 3;

    private const int LargestReply = 64 * 1024;

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestReply,
    };

    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Task, bool> underWay = new();

    /// <summary>Pushes in the background; done at once if the account has no target.</summary>
    /// <returns>The end of the last delivery, for those who care.</returns>
    public Task<PushRecord?> Push(PushOrder order, PushManner manner)
    {
        if (targets.Of(order.Account) is not { } target)
        {
            return Task.FromResult<PushRecord?>(null);
        }

        var task = Run(order, manner, target);
        underWay[task] = true;
        _ = task.ContinueWith(done => underWay.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }

    /// <summary>Delivers several pushes in a given order, one delivery after the other's answer or side by side, without retries:
    /// a place that appears twice is a duplicate of the same bytes under a fresh signature.</summary>
    /// <returns>The HTTP status of each delivery; 0 for none.</returns>
    public async Task<int[]> Interleave(IReadOnlyList<PushOrder> orders, IReadOnlyList<PushMode?> modes, IReadOnlyList<int> places, int sideBySide)
    {
        var statuses = new int[places.Count];
        if (orders.Count == 0 || targets.Of(orders[0].Account) is null)
        {
            return statuses;
        }

        var sealedOrders = orders.Select((order, place) => Seal(order, modes[place], targets.Of(order.Account)!)).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, places.Count), new ParallelOptions { MaxDegreeOfParallelism = sideBySide, CancellationToken = stopping.Token }, async (turn, _) =>
        {
            var (order, (envelope, record)) = (orders[places[turn]], sealedOrders[places[turn]]);
            var target = targets.Of(order.Account)!;
            var (attempt, body) = await Post(envelope.Address(target, options.UtcNow()), envelope);
            statuses[turn] = attempt.Status;
            lock (record)
            {
                record.Add(attempt);
                if (body is not null && !record.Done)
                {
                    Accept(order, record, ReplyReader.Read(body, target, record.Mode, order.Account, order.OpenId, options.UtcNow()), attempt);
                }
            }
        });
        return statuses;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(underWay.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        http.Dispose();
        stopping.Dispose();
    }

    private async Task<PushRecord?> Run(PushOrder order, PushManner manner, PushTarget target)
    {
        var (envelope, record) = Seal(order, manner.Mode, target);
        await Task.Delay(manner.Delay, stopping.Token);
        for (var delivery = 0; delivery <= Retries; delivery++)
        {
            var started = Stopwatch.GetTimestamp();
            var (attempt, body) = await Deliver(envelope.Address(target, options.UtcNow()), envelope, manner.Copies);
            var dropped = delivery < manner.DropAnswers;
            record.Add(dropped ? attempt with { Note = "dropped" } : attempt);
            if (body is not null && !dropped)
            {
                Accept(order, record, ReplyReader.Read(body, target, record.Mode, order.Account, order.OpenId, options.UtcNow()), attempt);
                return record;
            }

            var rest = options.PushTimeout - Stopwatch.GetElapsedTime(started);
            await Task.Delay(rest > TimeSpan.Zero && delivery < Retries ? rest : TimeSpan.Zero, stopping.Token);
        }

        Fail(order, record, "no answer to any delivery");
        return record;
    }

    private (PushEnvelope Envelope, PushRecord Record) Seal(PushOrder order, PushMode? wanted, PushTarget target)
    {
        var mode = target.EncodingAesKey is null ? PushMode.Plain : wanted ?? target.Mode;
        var now = options.UtcNow();
        var xml = PushXml.Write(order.Account, order.OpenId, now, order.MessageType, order.Elements);
        return (PushEnvelope.Seal(target, mode, order.Account, order.OpenId, xml), log.Begin(now, order.Persona.Name, order.What, mode));
    }

    private void Accept(PushOrder order, PushRecord record, PassiveReply reply, PushAttempt attempt)
    {
        if (attempt.Status is < 200 or >= 300 || reply.Problem is not null)
        {
            Fail(order, record, reply.Problem ?? $"HTTP {attempt.Status}");
            return;
        }

        if (reply.Kind is { } kind)
        {
            chats.Add(order.Persona, ChatSide.Account, kind, reply.Text!, link: reply.Link);
        }

        record.End(reply.Text, null);
    }

    private void Fail(PushOrder order, PushRecord record, string problem)
    {
        record.End(null, problem);
        if (order.MessageType != "event" || order.What is "CLICK")
        {
            chats.Add(order.Persona, ChatSide.WeChat, "fault", "该服务号提供的服务出现故障，请稍后再试");
        }
    }

    /// <summary>Asks the target to prove that it knows the token, as WeChat does when the address is saved. What is wrong, or null.</summary>
    public async Task<string?> Verify(PushTarget target)
    {
        var echo = RandomNumberGenerator.GetInt32(1, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var probe = new PushEnvelope("", null, "");
        var address = new UriBuilder(probe.Address(target, options.UtcNow()));
        address.Query = $"{address.Query[1..].Replace("&openid=", "", StringComparison.Ordinal)}&echostr={echo}";
        using var limit = new CancellationTokenSource(options.PushTimeout);
        try
        {
            using var answer = await http.GetAsync(address.Uri, limit.Token);
            var text = await answer.Content.ReadAsStringAsync(limit.Token);
            return text == echo ? null : $"回调地址没有原样返回 echostr（HTTP {(int)answer.StatusCode}）。";
        }
        catch (HttpRequestException)
        {
            return "回调地址连接不上。";
        }
        catch (OperationCanceledException)
        {
            return "回调地址没有在规定时间内回答。";
        }
    }

    /// <summary>One delivery, in as many copies as wanted at once; the first copy's answer counts. No body when nothing usable came.</summary>
    private async Task<(PushAttempt Attempt, string? Body)> Deliver(Uri address, PushEnvelope envelope, int copies)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => Post(address, envelope)));
        return all[0];
    }

    private async Task<(PushAttempt Attempt, string? Body)> Post(Uri address, PushEnvelope envelope)
    {
        var started = Stopwatch.GetTimestamp();
        PushAttempt Attempt(int status, string note) => new(status, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds, note);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        limit.CancelAfter(options.PushTimeout);
        try
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(envelope.Body)) { Headers = { ContentType = new MediaTypeHeaderValue("text/xml") } };
            using var answer = await http.PostAsync(address, content, limit.Token);
            var body = await answer.Content.ReadAsStringAsync(limit.Token);
            var status = (int)answer.StatusCode;
            return (Attempt(status, status is >= 200 and < 300 ? "ok" : "refused"), status >= 500 ? null : body);
        }
        catch (HttpRequestException)
        {
            return (Attempt(0, "unreachable"), null);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return (Attempt(0, "timeout"), null);
        }
    }
}

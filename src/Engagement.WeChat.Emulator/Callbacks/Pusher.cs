using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
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
        var mode = target.EncodingAesKey is null ? PushMode.Plain : manner.Mode ?? target.Mode;
        var now = options.UtcNow();
        var record = log.Begin(now, order.Persona.Name, order.What, mode);
        var envelope = PushEnvelope.Seal(target, mode, order.Account, order.OpenId, PushXml.Write(order.Account, order.OpenId, now, order.MessageType, order.Elements));
        await Task.Delay(manner.Delay, stopping.Token);
        for (var delivery = 0; delivery <= Retries; delivery++)
        {
            var started = Stopwatch.GetTimestamp();
            var (attempt, body) = await Deliver(envelope.Address(target, options.UtcNow()), envelope, manner.Copies);
            var dropped = delivery < manner.DropAnswers;
            record.Add(dropped ? attempt with { Note = "dropped" } : attempt);
            if (body is not null && !dropped)
            {
                Accept(order, record, ReplyReader.Read(body, target, mode, order.Account, order.OpenId, options.UtcNow()), attempt);
                return record;
            }

            var rest = options.PushTimeout - Stopwatch.GetElapsedTime(started);
            await Task.Delay(rest > TimeSpan.Zero && delivery < Retries ? rest : TimeSpan.Zero, stopping.Token);
        }

        Fail(order, record, "no answer to any delivery");
        return record;
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

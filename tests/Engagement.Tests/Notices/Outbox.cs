using System.Collections.Concurrent;
using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Grains.Notices;

namespace Engagement.Tests.Notices;

/// <summary>Stands for WeChat in tests of grains: keeps what it was given, and answers what the test says.</summary>
internal sealed class Outbox : INoticeSender, ITextChecks, IMediaCheckPort
{
    private int _traces;

    public ConcurrentQueue<OutgoingNotice> Sent { get; } = [];

    public SendOutcome Outcome { get; set; } = SendOutcome.Taken;

    public bool Enabled { get; set; }

    public ConcurrentQueue<string> Checked { get; } = [];

    public TextFinding Finding { get; set; } = new(CheckedAs.Passed, 100, "trace-0");

    public ConcurrentQueue<MediaSubmission> Media { get; } = [];

    public bool TakesMedia { get; set; } = true;

    public Task<SendResult> Send(OutgoingNotice notice)
    {
        Sent.Enqueue(notice);
        return Task.FromResult(new SendResult(Outcome, Sent.Count));
    }

    public Task<TextFinding> Check(string openId, string text)
    {
        Checked.Enqueue(text);
        return Task.FromResult(Finding);
    }

    public Task<MediaBegun> Begin(string openId, MediaSubmission media)
    {
        Media.Enqueue(media);
        return Task.FromResult(TakesMedia ? new MediaBegun($"trace-{Interlocked.Increment(ref _traces)}") : new(null, Again: true));
    }
}

using System.Reflection;

namespace Engagement.Rig.Simulate.Model;

/// <summary>What a grain asks of its silo: to be thrown away.</summary>
internal sealed class SiloContext : IGrainContext
{
    // A grain takes its context from the thread that makes it; only a silo can set it.
    private static readonly FieldInfo Current = typeof(IGrainContext).Assembly
        .GetType("Orleans.Runtime.RuntimeContext", throwOnError: true)!.GetField("_threadLocalContext", BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly GrainId _id;
    private readonly IServiceProvider _services;

    private readonly bool _stays;

    private SiloContext(GrainId id, IServiceProvider services, bool stays) => (_id, _services, _stays) = (id, services, stays);

    /// <summary>Asked to go: no new call comes here. Never, when it stays with a state that it may not trust.</summary>
    public bool IsLeaving { get; private set; }

    public static (SiloContext Context, TGrain Grain) Make<TGrain>(GrainId id, IServiceProvider services, bool stays, Func<TGrain> make) where TGrain : Grain
    {
        var context = new SiloContext(id, services, stays);
        Current.SetValue(null, context);
        try
        {
            return (context, make());
        }
        finally
        {
            Current.SetValue(null, null);
        }
    }

    public GrainId GrainId => _id;

    public IServiceProvider ActivationServices => _services;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) => IsLeaving = !_stays;

    public GrainReference GrainReference => throw new NotSupportedException();

    public object? GrainInstance => null;

    public ActivationId ActivationId => default;

    public GrainAddress Address => throw new NotSupportedException();

    public IGrainLifecycle ObservableLifecycle => throw new NotSupportedException();

    public IWorkItemScheduler Scheduler => throw new NotSupportedException();

    public Task Deactivated => Task.CompletedTask;

    public object? GetComponent(Type componentType) => null;

    public object? GetTarget() => null;

    public void SetComponent<TComponent>(TComponent? value) where TComponent : class => throw new NotSupportedException();

    public void ReceiveMessage(object message) => throw new NotSupportedException();

    public void Activate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public void Rehydrate(IRehydrationContext context) => throw new NotSupportedException();

    public void Migrate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);
}

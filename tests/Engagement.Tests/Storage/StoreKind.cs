using System.Reflection;
using Xunit.Sdk;

namespace Engagement.Tests.Storage;

/// <summary>The stores the ledger is tested against.</summary>
public enum StoreKind
{
    /// <summary>A redis-server with appendfsync always: what production runs.</summary>
    Redis,

    /// <summary>An embedded Garnet, for evaluation only.</summary>
    Garnet,
}

/// <summary>Runs the test on redis-server; skipped where there is none, except in CI, where the fixture fails instead.</summary>
[DataDiscoverer("Xunit.Sdk.DataDiscoverer", "xunit.core")]
public sealed class OnRedisAttribute : DataAttribute
{
    public OnRedisAttribute() => Skip = RedisServer.MissingReason;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.Redis]];
}

/// <summary>Runs the test on the embedded Garnet as well.</summary>
[DataDiscoverer("Xunit.Sdk.DataDiscoverer", "xunit.core")]
public sealed class OnGarnetAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.Garnet]];
}

/// <summary>A test that needs redis-server.</summary>
public sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisServer.MissingReason;
}

/// <summary>A test with cases that needs redis-server.</summary>
public sealed class RedisTheoryAttribute : TheoryAttribute
{
    public RedisTheoryAttribute() => Skip = RedisServer.MissingReason;
}

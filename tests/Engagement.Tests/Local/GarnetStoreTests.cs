using Engagement.Local;
using StackExchange.Redis;

namespace Engagement.Tests.Local;

public sealed class GarnetStoreTests
{
    [Fact]
    public async Task Open_FolderOfAnEarlierStore_HoldsWhatItHeld()
    {
        var folder = Directory.CreateTempSubdirectory("engagement-garnet-");
        try
        {
            await using (var store = GarnetStore.Open(folder.FullName, LocalStore.FreePort(0)))
            {
                await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{store.Port}");
                await connection.GetDatabase().StringSetAsync("{a}:rose", "held");
            }

            await using var again = GarnetStore.Open(folder.FullName, LocalStore.FreePort(0));
            await using var reader = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{again.Port}");
            Assert.Equal("held", await reader.GetDatabase().StringGetAsync("{a}:rose"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

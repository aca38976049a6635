using Engagement.Contracts;
using Engagement.Grains.Photos;
using Engagement.Grains.Roses;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Photos;

/// <summary>Photos on a real ledger: kept while something shows them, deleted when nothing does.</summary>
[Collection(StoreTests.Name)]
public sealed class PhotoLedgerTests(StoreFixture stores)
{
    private static readonly byte[] Full = [1, 2, 3], Small = [4, 5];
    private static readonly string Hash = PhotoHash.Of(Full);

    [RedisFact]
    public async Task Bring_NothingShowsIt_IsDeletedAfterADay()
    {
        await using var city = await StartAsync();
        var an = await city.PersonAsync();
        Assert.Equal(Outcome.Done, await Photo(city).Bring(new(an, Full, Small)));
        Assert.Equal(Outcome.Done, await Photo(city).Bring(new(an, Full, Small)));
        Assert.Equal(Full, await Stored(city));
        await city.IsCleanAsync();
        city.Clock.Advance(TimeSpan.FromHours(23));
        await city.SweepAsync();
        Assert.NotNull(await Stored(city));
        city.Clock.Advance(TimeSpan.FromHours(1));
        await city.SweepAsync();
        Assert.Null(await Stored(city));
        Assert.Null(await Reader(city).Read(Hash));
        Assert.Empty(await Reader(city).Of(an));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Like_PhotosWithinSevenBits_AreFoundUntilTheyAreDeleted()
    {
        await using var city = await StartAsync();
        var an = await city.PersonAsync();
        const ulong look = 0x0123_4567_89ab_cdef;
        ulong[] looks = [look, look ^ 0x0001_0003_0001_0007, look ^ 0xff00, look ^ 1, 0];
        foreach (var (i, seen) in looks.Index())
        {
            byte[] picture = [9, (byte)i];
            Assert.Equal(Outcome.Done, await Photo(city, picture).Bring(new(an, picture, Small, seen)));
        }

        string Named(byte i) => PhotoHash.Of([9, i]);
        Assert.Equal([Named(3), Named(1)], await Reader(city).Like(Named(0), 10)); // one bit and seven; not eight, and not what has no contrast
        Assert.Equal([Named(3)], await Reader(city).Like(Named(0), 1));
        Assert.Empty(await Reader(city).Like(Named(4), 10));
        await city.IsCleanAsync();
        await Say(city, PhotoEffects.Keep(Named(0), an, "act.1"));
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromHours(24));
        await city.SweepAsync();
        Assert.Empty(await Reader(city).Like(Named(0), 10));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Keep_ARecordShowsIt_StaysUntilTheLastDropsIt()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        await Photo(city).Bring(new(an, Full, Small));
        await Photo(city).Bring(new(bai, Full, Small));
        await Say(city, PhotoEffects.Keep(Hash, an, "act.1"));
        await Say(city, PhotoEffects.Keep(Hash, bai, "act.2"));
        await city.IsCleanAsync(); // messages on their way are known
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromDays(2));
        await city.SweepAsync();
        Assert.NotNull(await Stored(city));
        await Say(city, PhotoEffects.Drop(Hash, an, "act.1"));
        await city.SweepAsync();
        Assert.NotNull(await Stored(city));
        Assert.False((await Reader(city).Read(Hash))!.IsOf(an));
        await Say(city, PhotoEffects.Drop(Hash, bai, "act.2"));
        await city.SweepAsync();
        Assert.Null(await Stored(city));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Drop_BeforeItsKeepWasHeard_LeavesNothingBehind()
    {
        await using var city = await StartAsync();
        var an = await city.PersonAsync();
        await Photo(city).Bring(new(an, Full, Small));
        await Say(city, PhotoEffects.Keep(Hash, an, "act.1"));
        var drop = (Grains.Storage.Index)PhotoEffects.Drop(Hash, an, "act.1");
        await Say(city, drop);
        await Photo(city).Due(drop.Member.ToString()); // the sweeper reads both at once, in any order
        await city.SweepAsync();
        Assert.Null(await Stored(city));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Bring_OthersContent_IsRefused()
    {
        await using var city = await StartAsync();
        Assert.Equal(Outcome.Invalid, await Photo(city).Bring(new(await city.PersonAsync(), [9], Small)));
        Assert.Null(await Stored(city));
    }

    [RedisFact]
    public async Task Bring_TooManyPeople_IsFrozen()
    {
        await using var city = await StartAsync();
        for (var i = 0; i < 64; i++)
        {
            Assert.Equal(Outcome.Done, await Photo(city).Bring(new(new(Guid.NewGuid()), Full, Small)));
        }

        Assert.Equal(Outcome.Frozen, await Photo(city).Bring(new(new(Guid.NewGuid()), Full, Small)));
    }

    [RedisFact]
    public async Task Close_Account_DeletesItsPhotosAndNoOthers()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        byte[] shared = [7, 7];
        await Photo(city).Bring(new(an, Full, Small));
        await Photo(city, shared).Bring(new(an, shared, Small));
        await Photo(city, shared).Bring(new(bai, shared, Small));
        await Say(city, PhotoEffects.Keep(Hash, an, "act.1"));
        await city.SweepAsync();
        Assert.Equal(Outcome.Done, (await city.Person(an).Close(city.Cell.Command())).Outcome);
        await city.SweepAsync();
        Assert.Null(await Stored(city));
        Assert.NotNull(await Store(city).Get(PhotoHash.Of(shared), PhotoSize.Full));
        Assert.Empty(await Reader(city).Of(an));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_PhotoThatNobodyBrought_IsFound()
    {
        await using var city = await StartAsync();
        await Photo(city).Bring(new(await city.PersonAsync(), Full, Small));
        await city.Redis.SortedSetAddAsync(city.Keys.Key("photos:" + await city.PersonAsync()), Hash, 1);
        Assert.NotEqual(0, (await city.RecountAsync()).ExitCode);
    }

    private async Task<City> StartAsync() => await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), settings: new() { ["Photos:Folder"] = Directory.CreateTempSubdirectory("photos-").FullName });

    private static IPhotoGrain Photo(City city, byte[]? full = null) => city.Cell.Grains.GetGrain<IPhotoGrain>($"{city.Cell.CellId}/{PhotoHash.Of(full ?? Full)}");

    private static IPhotoStore Store(City city) => city.Cell.Services.GetRequiredService<IPhotoStore>();

    private static PhotoReader Reader(City city) => city.Cell.Services.GetRequiredService<PhotoReader>();

    private static Task<byte[]?> Stored(City city) => Store(city).Get(Hash, PhotoSize.Full);

    // As another record's commit does.
    private static Task Say(City city, Grains.Storage.Effect effect)
    {
        var message = (Grains.Storage.Index)effect;
        return city.Redis.SortedSetAddAsync(city.Keys.Key(RoseEffects.Agenda), message.Member, message.Score);
    }
}

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Engagement.Rig.Serve.Ef;

/// <summary>The tables of Serve/Postgres/schema.sql as EF Core sees them.</summary>
public sealed partial class EfContext(DbContextOptions<EfContext> options) : DbContext(options)
{
    public DbSet<EfPerson> People => Set<EfPerson>();

    public DbSet<EfRose> Roses => Set<EfRose>();

    public DbSet<EfHop> Hops => Set<EfHop>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EfPerson>().ToTable("participants").HasKey(person => person.Id);
        modelBuilder.Entity<EfRose>().ToTable("roses").HasKey(rose => rose.Id);
        modelBuilder.Entity<EfHop>().ToTable("hops").HasKey(hop => new { hop.Rose, hop.Number });
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(Words().Replace(property.Name, "_").ToLowerInvariant());
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();
}

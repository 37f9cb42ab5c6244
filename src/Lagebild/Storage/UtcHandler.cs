using System.Data;
using System.Globalization;
using Dapper;

namespace Lagebild.Storage;

/// <summary>Moments are UTC in columns that end in <c>_utc</c>: SQLite hands them out as text, SQL Server without a kind.</summary>
internal sealed class UtcHandler : SqlMapper.TypeHandler<DateTime>
{
    /// <inheritdoc/>
    public override DateTime Parse(object value) =>
        DateTime.SpecifyKind(value as DateTime? ?? DateTime.Parse((string)value, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    /// <inheritdoc/>
    public override void SetValue(IDbDataParameter parameter, DateTime value)
    {
        parameter.DbType = DbType.DateTime2;
        parameter.Value = DateTime.SpecifyKind(value, DateTimeKind.Utc);
    }
}

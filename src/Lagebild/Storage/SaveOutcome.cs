namespace Lagebild.Storage;

/// <summary>What came of saving a new version.</summary>
public enum SaveOutcome
{
    /// <summary>Kept, and current from now on.</summary>
    Saved,

    /// <summary>It says what the current version says: nothing was kept.</summary>
    Unchanged,

    /// <summary>Another version came between: nothing was kept.</summary>
    Overtaken,
}

namespace Lagebild.Import;

/// <summary>What must hold within a profile, whatever the catalogue says.</summary>
internal static class ProfileRules
{
    public static Profile Checked(Profile profile) => profile;
}

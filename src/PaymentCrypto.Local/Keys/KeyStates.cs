using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Keys;

/// <summary>The state machine of a key: what each call needs, and what it makes of the key's state and timestamps.</summary>
internal static class KeyStates
{
    /// <summary>Refuses changes to a replica: it follows its primary.</summary>
    public static void RequireNotReplica(KeyRecord key)
    {
        if (key.IsReplica)
        {
            throw new ValidationException($"{key.Arn} is a replica and cannot be changed: change its primary in {key.PrimaryRegion}.");
        }
    }

    /// <summary>Refuses a key of which only the record is left.</summary>
    public static void RequireNotDestroyed(KeyRecord key)
    {
        if (key.State == KeyState.DeleteComplete)
        {
            throw new ValidationException($"{key.Arn} no longer exists: its state is {key.State}.");
        }
    }

    /// <summary>Refuses anything but a key that exists and is not being deleted.</summary>
    public static void RequireComplete(KeyRecord key)
    {
        if (key.State != KeyState.CreateComplete)
        {
            throw new ValidationException($"{key.Arn} is not in CREATE_COMPLETE state: its state is {key.State}.");
        }
    }

    /// <summary>Refuses a key that may not do cryptography: disabled, being deleted or not yet approved.</summary>
    public static void RequireUsable(KeyRecord key)
    {
        RequireComplete(key);
        if (!key.Enabled)
        {
            throw new ValidationException($"{key.Arn} is disabled and cannot be used. Enable it with StartKeyUsage.");
        }
    }

    /// <summary>StartKeyUsage. A key that is enabled already stays as it is.</summary>
    public static KeyRecord Enable(KeyRecord key, DateTimeOffset now)
    {
        RequireNotReplica(key);
        RequireComplete(key);
        return key.Enabled ? key : key with { Enabled = true, UsageStart = now, UsageStop = null };
    }

    /// <summary>StopKeyUsage. A key that is disabled already stays as it is.</summary>
    public static KeyRecord Disable(KeyRecord key, DateTimeOffset now)
    {
        RequireNotReplica(key);
        RequireComplete(key);
        return key.Enabled ? key with { Enabled = false, UsageStart = null, UsageStop = now } : key;
    }

    /// <summary>DeleteKey: the key is disabled at once and destroyed when the waiting period is over.</summary>
    public static KeyRecord ScheduleDeletion(KeyRecord key, int days, DateTimeOffset now)
    {
        RequireNotReplica(key);
        RequireComplete(key);
        return key with { State = KeyState.DeletePending, Enabled = false, UsageStart = null, UsageStop = now, DeletePending = now.AddDays(days) };
    }

    /// <summary>RestoreKey: the key exists again, and stays disabled until StartKeyUsage.</summary>
    public static KeyRecord Restore(KeyRecord key)
    {
        RequireNotReplica(key);
        return key.State == KeyState.DeletePending
            ? key with { State = KeyState.CreateComplete, DeletePending = null }
            : throw new ValidationException($"{key.Arn} is not in DELETE_PENDING state: its state is {key.State}.");
    }
}
